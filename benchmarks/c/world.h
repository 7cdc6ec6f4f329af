/* The world as the twin sees it: the engine's tables, and short ways to walk over them.
 *
 * Everywhere w is the world, p the laws' constants, s a side and f a formation; a place is a row or, as n, its number.
 */
#pragma once

#include <math.h>
#include <stdint.h>

#include "words.h"

#define ALL(Kind, table, each) for (Kind *each = w->table, *each##_end = each + w->n_##table; each < each##_end; each++)
#define PRESENT_FORMATIONS(each)                                                                                       \
    ALL(Formation, formations, each)                                                                                   \
    if (each->status == PRESENT)
#define AROUND(place, each)                                                                                            \
    for (Neighbour *each = w->neighbours + (place)->first, *each##_end = w->neighbours + (place)->last;                \
         each < each##_end; each++)
#define HOSTILE_BORDERS(place, each)                                                                                   \
    AROUND(place, each)                                                                                                \
    if (at(w, each)->holder != (place)->holder)
#define REACHES(place, each)                                                                                           \
    for (Reach *each = w->reaches + (place)->reach_first, *each##_end = w->reaches + (place)->reach_last;              \
         each < each##_end; each++)

#define LEDGER(cause, side) (*ledger(w, day, CAUSE(cause), side))
#define CAUSE(name) LEDGER_##name##_0
#define SERIES(measure, side) w->series[day * N_SERIES + SERIES_##measure##_0 + (side)]

static double min(double a, double b) { return b < a ? b : a; }
static double max(double a, double b) { return b > a ? b : a; }

static Place *here(const World *w, const Formation *f) { return w->places + f->place; }
static Place *at(const World *w, const Neighbour *n) { return w->places + n->place; }
static Neighbour *mirror(const World *w, const Neighbour *n) { return w->neighbours + n->mirror; }

static double *ledger(const World *w, int64_t day, int64_t cause, int64_t side) {
    return w->ledger + day * N_LEDGER + cause + side;
}
