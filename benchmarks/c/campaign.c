/* A campaign in C: the same rules, tables and luck as the compiled engine, as fast as a compiler can make them. */

#include "day.h"

void campaign(World *w, const Laws *p, int64_t first, int64_t last) {
    for (int64_t day = first; day < last; day++) play_day(w, p, day);
}
