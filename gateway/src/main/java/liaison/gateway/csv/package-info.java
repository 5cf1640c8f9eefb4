/** The directory as CSV files. */
@NullMarked
package liaison.gateway.csv;

import org.jspecify.annotations.NullMarked;
