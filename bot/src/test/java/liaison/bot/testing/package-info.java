@NullMarked
package liaison.bot.testing;

import org.jspecify.annotations.NullMarked;
