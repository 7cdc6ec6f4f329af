/* Advance: the front moves along its borders; cells fall when the whole of their ground is gained.
 *
 * All cells that fall are found before anybody moves, so that nothing depends on the order of places or formations.
 */
#pragma once

#include "battle/assault.h"
#include "battle/losses.h"
#include "battle/refuge.h"
#include "command/aims.h"
#include "command/stance.h"
#include "world.h"

static void note_loss(World *w, int64_t day, const Place *place, int64_t loser, double ground, double empty) {
    if (!place->contested) return;
    LEDGER(area_by_assault, loser) += ground - empty;
    LEDGER(area_undefended, loser) += empty;
}

static void lose_ground(World *w, int64_t day, Place *place, double ground, double empty) {
    place->gained += ground;
    place->lost += ground;
    place->lost_empty += empty;
    note_loss(w, day, place, place->holder, ground, empty);
}

static void move_border(World *w, const Laws *p, int64_t day, Place *place, const Neighbour *border) {
    double won = border->won - mirror(w, border)->won;
    if (won <= 0.0) return;
    double empty = border->men < p->screen * border->front ? 1.0 : 0.0;
    Place *beyond = at(w, border);
    double back = min(beyond->gained, won);
    beyond->gained -= back;
    note_loss(w, day, beyond, place->holder, back, empty * back);
    lose_ground(w, day, place, won - back, empty * (won - back));
}

static void move_borders(World *w, const Laws *p, int64_t day) {
    ALL(Place, places, place) place->lost = place->lost_empty = 0.0;
    ALL(Place, places, place) {
        if (place->fronts > 0) {
            HOSTILE_BORDERS(place, border) move_border(w, p, day, place, border);
        }
    }
}

static int let_cells_fall(World *w, int64_t day) {
    int has_fallen = 0;
    ALL(Place, places, place) {
        place->spilt = 0.0;
        if (place->gained >= place->area) {
            has_fallen = 1;
            place->spilt = min(place->gained - place->area, place->lost);
            place->holder = 1 - place->holder;
            place->gained = 0.0;
            place->works = 0.0;
            place->picture = 0.0;
            place->taken = day;
        }
    }
    return has_fallen;
}

static void spread_gains(World *w, int64_t day) {
    ALL(Place, places, place) {
        if (place->spilt <= 0.0) continue;
        int64_t winner = place->holder;
        double km = 0.0, empty = place->spilt * place->lost_empty / place->lost;
        HOSTILE_BORDERS(place, border) {
            if (may_take(w, winner, at(w, border))) km += border->length;
        }
        place->lost -= place->spilt;
        place->lost_empty -= empty;
        note_loss(w, day, place, 1 - winner, -place->spilt, -empty);
        HOSTILE_BORDERS(place, border) {
            if (may_take(w, winner, at(w, border))) {
                double part = border->length / km;
                lose_ground(w, day, at(w, border), part * place->spilt, part * empty);
            }
        }
    }
}

static double hostile_km(const World *w, const Place *place) {
    double km = 0.0;
    HOSTILE_BORDERS(place, border) km += border->length;
    return km;
}

static void follow(World *w, int64_t day, Formation *f) {
    if (hostile_km(w, here(w, f)) > 0.0) return;
    int64_t goal = -1;
    double longest = 0.0;
    AROUND(here(w, f), neighbour) {
        const Place *beyond = at(w, neighbour);
        if (beyond->taken == day && beyond->holder == f->side) {
            double km = hostile_km(w, beyond);
            if (km > longest) {
                goal = neighbour->place;
                longest = km;
            }
        }
    }
    if (goal < 0) return;
    f->place = goal;
    f->dug_in = 0.0;
    w->places[goal].picture += f->strength * (1.0 - w->sides[f->side].deception);
}

static void fall_back(World *w, const Laws *p, int64_t day, Formation *f) {
    int64_t back = -1;
    double way = 2.0 * FAR, km = 0.0;
    AROUND(here(w, f), neighbour) {
        const Place *beyond = at(w, neighbour);
        if (beyond->holder == f->side && beyond->retreat < way) {
            back = neighbour->place;
            way = beyond->retreat;
            km = neighbour->km;
        }
    }
    if (back >= 0) {
        lose(w, day, f, min(1.0, p->overrun * km) * f->strength, CAUSE(lost_defending));
        f->place = back;
        f->dug_in = 0.0;
        stand(f);
    } else {
        surrender(w, day, f, p->storm_captured * f->strength);
        abandon_stock(w, day, f);
        double km;
        take_refuge(w, day, f, refuge(w, f, &km));
    }
}

static void advance(World *w, const Laws *p, int64_t day) {
    move_borders(w, p, day);
    int has_fallen = let_cells_fall(w, day);
    if (!has_fallen) return;
    while (has_fallen) {
        spread_gains(w, day);
        has_fallen = let_cells_fall(w, day);
    }
    w->conditions->moved = 1;
    PRESENT_FORMATIONS(f) {
        if (here(w, f)->holder != f->side) fall_back(w, p, day, f);
        else if (is_assaulting(p, f)) follow(w, day, f);
    }
}
