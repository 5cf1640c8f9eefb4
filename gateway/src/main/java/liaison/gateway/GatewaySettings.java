package liaison.gateway;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The server that residents' messages come to.
 *
 * @param port 0 for any free one
 * @param connections open at once, in all
 * @param lanes threads that decide and store; each holds a connection to the ledger while it works. 0 makes one for each
 *     processor: while one waits for the ledger, another decides
 * @param laneCapacity messages that may wait in one lane; the next one is told to come again
 */
@Validated
@ConfigurationProperties(value = "liaison.gateway", ignoreUnknownFields = false)
record GatewaySettings(@DefaultValue("127.0.0.1") @NotBlank String address, @DefaultValue("8080") @Min(0) @Max(65_535) int port,
        @DefaultValue("20000") @Min(1) int connections, @DefaultValue("1024") @Min(1) int connectionsPerAddress,
        @DefaultValue("0") @Min(0) @Max(64) int lanes, @DefaultValue("4096") @Min(256) int laneCapacity) {
    GatewaySettings {
        lanes = lanes == 0 ? Runtime.getRuntime().availableProcessors() : lanes;
    }
}
