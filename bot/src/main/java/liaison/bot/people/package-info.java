@NullMarked
package liaison.bot.people;

import org.jspecify.annotations.NullMarked;
