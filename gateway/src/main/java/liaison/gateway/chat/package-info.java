@NullMarked
package liaison.gateway.chat;

import org.jspecify.annotations.NullMarked;
