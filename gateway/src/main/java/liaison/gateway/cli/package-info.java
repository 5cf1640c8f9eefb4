@NullMarked
package liaison.gateway.cli;

import org.jspecify.annotations.NullMarked;
