/* Reserves: where troops are called for, and how the call carries into the rear. */
#pragma once

#include "battle/sectors.h"
#include "command/aims.h"
#include "world.h"

static double weight_of(const World *w, const Laws *p, const Place *place, const Place *beyond) {
    int64_t s = place->holder;
    int matters = may_come(w, 1 - s, place) || (w->sides[s].assaults > 0.0 && may_take(w, s, beyond));
    return matters ? 1.0 : p->idle;
}

static double demand(const World *w, const Laws *p, const Place *place, int64_t s) {
    double facing = p->alarm * place->alarm, men = 0.0, plan = 0.0;
    AROUND(place, border) {
        const Place *beyond = at(w, border);
        if (beyond->holder != s) {
            facing += weight_of(w, p, place, beyond) * believed_opposite(w, p, border->mirror);
            men += border->men + p->screen * border->front;
            plan = max(plan, beyond->axis[s]);
        }
    }
    return facing * (1.0 + place->worth + p->concentration * plan) / max(1.0, men);
}

static void call_for_troops(World *w, const Laws *p, int64_t s) {
    int64_t waiting = 0, head = 0, size = w->n_queue;
    ALL(Place, places, place) {
        if (place->holder != s) continue;
        place->planned = 0.0;
        place->queued = 0;
        place->need = 0.0;
        if (place->fronts > 0) {
            place->need = demand(w, p, place, s);
            place->queued = 1;
            w->queue[waiting++] = place - w->places;
        }
    }
    while (waiting > 0) {
        Place *place = w->places + w->queue[head];
        place->queued = 0;
        head = (head + 1) % size;
        waiting--;
        AROUND(place, neighbour) {
            Place *beyond = at(w, neighbour);
            double heard = place->need / (1.0 + neighbour->km / p->call_reach);
            if (beyond->holder == s && heard > beyond->need) {
                beyond->need = heard;
                if (!beyond->queued) {
                    beyond->queued = 1;
                    w->queue[(head + waiting++) % size] = neighbour->place;
                }
            }
        }
    }
}

static double relief_at(const Laws *p, const Place *place, double men) {
    if (place->fronts == 0) return place->need;
    double relieved = place->covered + (place->planned + men) / (2.0 * p->reach);
    return place->need * place->covered / max(max(1.0, p->screen), relieved);
}
