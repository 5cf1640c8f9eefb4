/** What is read from letters alone: nothing here knows rules, people or talks. */
@NullMarked
package liaison.bot.text;

import org.jspecify.annotations.NullMarked;
