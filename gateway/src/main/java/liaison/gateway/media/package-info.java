@NullMarked
package liaison.gateway.media;

import org.jspecify.annotations.NullMarked;
