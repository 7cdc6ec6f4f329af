/* Assault: preparation, who attacks today, and whether they surprise their objective. */
#pragma once

#include "battle/culmination.h"
#include "battle/strength.h"
#include "depth/intelligence.h"
#include "world.h"

static int is_assaulting(const Laws *p, const Formation *f) {
    return f->status == PRESENT && f->order == ASSAULT && (double)f->prepared >= p->preparation;
}

static int is_surprising(World *w, const Laws *p, int64_t day, const Formation *f) {
    int64_t under_way = f->prepared - (int64_t)ceil(p->preparation);
    if ((double)under_way >= lag_of_orders(p, w->sides + 1 - f->side)) return 0;
    if (!is_noticed_in_time(w, p, day - under_way, f)) return 1;
    if (under_way == 0) LEDGER(alarms, 1 - f->side) += 1.0;
    return 0;
}

static void move_off(World *w, const Laws *p, const Formation *f) {
    Place *base = here(w, f);
    double power = fighting_power(w, p, f), vigorous = power * vigour(p, f->strain);
    base->force += f->strength;
    base->strike += vigorous * f->attacking;
    base->staying -= p->attack_share * f->strength;
    base->staying_power -= p->attack_share * power;
    base->staying_dug_in -= p->attack_share * f->strength * f->dug_in;
}

static void concentrate(World *w, const Laws *p, int64_t day) {
    ALL(Place, places, place) {
        place->attackers = place->attack = place->force = place->strike = 0.0;
        place->surprised = 0;
        place->staying = place->men;
        place->staying_power = place->power;
        place->staying_dug_in = place->men * place->dug_in;
    }
    ALL(Formation, formations, f) {
        f->attacking = 0.0;
        if (is_assaulting(p, f)) {
            f->attacking = 1.0;
            if (is_surprising(w, p, day, f)) {
                f->attacking = p->surprise;
                w->places[f->objective].surprised = 1;
            }
            move_off(w, p, f);
        }
        if (f->status == PRESENT && f->order == ASSAULT) f->prepared++;
    }
    ALL(Place, places, place) {
        if (place->surprised) LEDGER(surprises, place->holder) += 1.0;
    }
}
