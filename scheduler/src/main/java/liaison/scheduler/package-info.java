@NullMarked
package liaison.scheduler;

import org.jspecify.annotations.NullMarked;
