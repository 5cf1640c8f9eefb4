@NullMarked
package liaison.bot.memory;

import org.jspecify.annotations.NullMarked;
