package liaison.gateway.wechat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** A body that is refused as soon as it is announced too long, or turns out to be: nothing more of it is read then. */
final class BoundedBody implements BodySubscriber<byte[]> {
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final boolean announcedTooLong;
    private final int most;
    private @Nullable Subscription subscription;

    private BoundedBody(boolean announcedTooLong, int most) {
        this.announcedTooLong = announcedTooLong;
        this.most = most;
    }

    static BodyHandler<byte[]> of(int most) {
        return answer -> new BoundedBody(answer.headers().firstValueAsLong("Content-Length").orElse(0) > most, most);
    }

    @Override
    public void onSubscribe(Subscription toBody) {
        subscription = toBody;
        if (announcedTooLong) {
            refuse();
        } else {
            toBody.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
        for (var piece : pieces) {
            if (read.size() + piece.remaining() > most) {
                refuse();
                return;
            }
            byte[] bytes = new byte[piece.remaining()];
            piece.get(bytes);
            read.writeBytes(bytes);
        }
    }

    private void refuse() {
        if (subscription != null) {
            subscription.cancel();
        }
        body.completeExceptionally(new TooLong());
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        body.complete(read.toByteArray());
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    /** The answer is longer than anybody here would take. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1;
    }
}
