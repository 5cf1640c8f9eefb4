package liaison.gateway.wechat;

/** A delivery whose address bears a good signature; of its body nothing is known yet. */
public record SignedRequest(Query query, byte[] body) {
}
