/* Reach: which parts of the front the men in a place cover: less with distance, and shared by length. */
#pragma once

#include "command/aims.h"
#include "front.h"
#include "world.h"

static const double RIGHT_ANGLE = 1.4142135623730951;

/* How many places of own ground are in reach of place n: they are kept behind the queue (Moore 1959). */
static int64_t look_around(World *w, const Laws *p, int64_t n) {
    int64_t size = w->n_places, s = w->places[n].holder, head = 0, waiting = 1, seen = 1;
    double limit = HORIZON * p->reach;
    w->places[n].distance = 0.0;
    w->places[n].queued = 1;
    w->queue[0] = n;
    w->queue[size] = n;
    while (waiting > 0) {
        Place *place = w->places + w->queue[head];
        place->queued = 0;
        head = (head + 1) % size;
        waiting--;
        AROUND(place, neighbour) {
            Place *beyond = at(w, neighbour);
            double km = place->distance + neighbour->km;
            if (beyond->holder == s && km <= limit && km < beyond->distance) {
                if (beyond->distance >= FAR) w->queue[size + seen++] = neighbour->place;
                beyond->distance = km;
                if (!beyond->queued) {
                    beyond->queued = 1;
                    w->queue[(head + waiting++) % size] = neighbour->place;
                }
            }
        }
    }
    return seen;
}

static void forget(World *w, int64_t seen) {
    for (int64_t i = 0; i < seen; i++) w->places[w->queue[w->n_places + i]].distance = FAR;
}

static double in_line(const Laws *p, double km) { return km > 0.0 ? 1.0 / (km + p->half_front) : 0.0; }

static double envelopment(double east, double north, double total) {
    if (total <= 0.0) return 0.0;
    return max(0.0, 1.0 - RIGHT_ANGLE * sqrt(east * east + north * north) / total);
}

static void weigh_borders(World *w, const Laws *p, int64_t n, int64_t seen) {
    Place *base = w->places + n;
    Reach *row = w->reaches + base->reach_first;
    double total = 0.0, threatened = 0.0, east = 0.0, north = 0.0, opened = 0.0;
    for (int64_t i = 0; i < seen; i++) {
        const Place *place = w->places + w->queue[w->n_places + i];
        if (place->fronts == 0) continue;
        int comes = may_come(w, 1 - base->holder, place);
        AROUND(place, border) {
            const Place *beyond = at(w, border);
            if (beyond->holder == base->holder) continue;
            double fade = exp(-(place->distance + 0.5 * border->km) / p->reach), near = border->front * fade;
            row->border = border - w->neighbours;
            row->hold = near * (1.0 + p->garrison * place->worth) * (comes ? 1.0 : p->idle);
            row->open = may_take(w, base->holder, beyond) ? near : 0.0;
            total += row->hold;
            opened += row->open;
            row++;
            if (comes) {
                Heading over = way_over(place, beyond, border);
                east += border->length * fade * over.east;
                north += border->length * fade * over.north;
                threatened += border->length * fade;
            }
        }
    }
    base->reach_last = row - w->reaches;
    base->opened = opened;
    base->enveloped = envelopment(east, north, threatened);
    double share = in_line(p, total);
    REACHES(base, reach) reach->hold *= share;
}

static void find_reach(World *w, const Laws *p, int64_t n) {
    if (w->places[n].reach_last >= 0) return;
    int64_t seen = look_around(w, p, n);
    weigh_borders(w, p, n, seen);
    forget(w, seen);
}
