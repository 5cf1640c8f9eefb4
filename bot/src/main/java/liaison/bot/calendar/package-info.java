@NullMarked
package liaison.bot.calendar;

import org.jspecify.annotations.NullMarked;
