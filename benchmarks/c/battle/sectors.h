/* Sectors: how men are spread over the borders of the front, who holds them and who attacks across them. */
#pragma once

#include "battle/reach.h"
#include "world.h"

static const double NOBODY = 1.0;

static double believed_opposite(const World *w, const Laws *p, int64_t border) {
    const Neighbour *row = w->neighbours + border;
    return row->believed + p->screen * row->front;
}

static void clear(World *w) {
    ALL(Place, places, place) {
        if (place->fronts == 0) continue;
        AROUND(place, border) {
            border->men = border->power = border->dug_in = border->enveloped = border->believed = 0.0;
            border->pushers = border->push = border->loss_attacking = border->loss_holding = border->won = 0.0;
        }
    }
}

static void weigh(World *w, const Laws *p, Place *place) {
    double men = 0.0, km = 0.0;
    HOSTILE_BORDERS(place, border) {
        men += border->men;
        km += border->front;
        const Place *beyond = at(w, border);
        border->promise = 0.0;
        if (border->push <= 0.0) continue;
        double expected = max(1.0, believed_opposite(w, p, border->mirror)) * beyond->terrain;
        border->promise = border->push / expected * exp(beyond->axis[place->holder]);
    }
    place->covered = km > 0.0 ? men / km + p->screen : p->screen;
}

static void line_up(World *w, const Laws *p) {
    clear(w);
    ALL(Place, places, base) {
        if (base->men <= 0.0 && base->picture < NOBODY) continue;
        find_reach(w, p, base - w->places);
        double available = base->power * in_line(p, base->opened);
        REACHES(base, reach) {
            Neighbour *border = w->neighbours + reach->border;
            border->men += reach->hold * base->men;
            border->push += reach->open * available;
            border->believed += reach->hold * base->picture;
        }
    }
    ALL(Place, places, place) {
        if (place->fronts > 0) weigh(w, p, place);
    }
}

static double share_of_attack(const World *w, const Laws *p, const Place *base) {
    double pull = 0.0;
    REACHES(base, reach) pull += reach->open * w->neighbours[reach->border].promise;
    if (pull <= 0.0) return 0.0;
    return p->attack_share * base->opened * in_line(p, base->opened) / pull;
}

static void engage(World *w, const Laws *p) {
    clear(w);
    ALL(Place, places, base) {
        if (base->men <= 0.0) continue;
        find_reach(w, p, base - w->places);
        base->push = base->force > 0.0 ? share_of_attack(w, p, base) : 0.0;
        double artillery = 1.0 + w->sides[base->holder].artillery;
        REACHES(base, reach) {
            Neighbour *border = w->neighbours + reach->border;
            border->men += reach->hold * base->staying;
            border->power += reach->hold * base->staying_power;
            border->dug_in += reach->hold * base->staying_dug_in;
            border->enveloped += reach->hold * base->staying * base->enveloped;
            double part = base->push * reach->open * border->promise;
            if (part > 0.0) {
                border->pushers += part * base->force;
                border->push += part * base->strike * artillery;
            }
        }
    }
}
