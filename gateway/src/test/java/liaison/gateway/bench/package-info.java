@NullMarked
package liaison.gateway.bench;

import org.jspecify.annotations.NullMarked;
