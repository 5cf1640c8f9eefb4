@NullMarked
package liaison.bot.visit;

import org.jspecify.annotations.NullMarked;
