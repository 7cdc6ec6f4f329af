/* The world as the twin sees it: the tables, one after the other, and short ways to walk over them. */

#include <math.h>
#include <stdint.h>

#include "words.h"

#define ALL(Kind, table, each) for (Kind *each = w->table, *each##_end = each + w->n_##table; each < each##_end; each++)
#define PRESENT_FORMATIONS(each) \
    ALL(Formation, formations, each)                                                                                   \
    if (each->status == PRESENT)
#define AROUND(place, each)                                                                                            \
    for (Neighbour *each = w->neighbours + (place)->first, *each##_end = w->neighbours + (place)->last;                \
         each < each##_end; each++)
#define LEDGER(reason, side) w->ledger[day * N_LEDGER + LEDGER_##reason##_0 + (side)]
#define SERIES(measure, side) w->series[day * N_SERIES + SERIES_##measure##_0 + (side)]

static double least(double a, double b) { return b < a ? b : a; }
static double most(double a, double b) { return b > a ? b : a; }

static Place *here(const World *w, const Formation *f) { return w->places + f->place; }
static Place *at(const World *w, const Neighbour *n) { return w->places + n->place; }

static void stand(Formation *f) {
    f->order = HOLD;
    f->objective = -1;
    f->marched = 0.0;
    f->wait = 0;
}

/* The nearest place of its side, in a straight line, that leads to a depot and has so few hostile neighbours. */
static int64_t nearest_way_out(const World *w, const Formation *f, int64_t fronts, double *km) {
    int64_t goal = -1;
    *km = FAR;
    ALL(Place, places, place) {
        if (place->holder == f->side && place->retreat < FAR && place->fronts <= fronts) {
            double east = place->east - here(w, f)->east, north = place->north - here(w, f)->north;
            double way = sqrt(east * east + north * north);
            if (way < *km) {
                goal = place - w->places;
                *km = way;
            }
        }
    }
    return goal;
}

static int64_t refuge(const World *w, const Formation *f, double *km) {
    int64_t goal = nearest_way_out(w, f, 0, km);
    return goal < 0 ? nearest_way_out(w, f, w->n_places, km) : goal;
}
