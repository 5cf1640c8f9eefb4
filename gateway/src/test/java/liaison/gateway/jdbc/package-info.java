@NullMarked
package liaison.gateway.jdbc;

import org.jspecify.annotations.NullMarked;
