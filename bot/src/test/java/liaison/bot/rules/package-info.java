@NullMarked
package liaison.bot.rules;

import org.jspecify.annotations.NullMarked;
