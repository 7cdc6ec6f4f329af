/* Skirmish: the daily price of lying opposite an enemy, without an assault. */
#pragma once

#include "battle/attrition.h"
#include "world.h"

static void skirmish(World *w, const Laws *p, const Place *place, Neighbour *border) {
    const Neighbour *opposite = mirror(w, border);
    if (border->men <= 0.0 || opposite->power <= 0.0) return;
    const Side *enemy = w->sides + 1 - place->holder;
    double reference = p->reference_aimed + (1.0 - p->reference_aimed) * p->reference_density;
    double rate = p->quiet * p->attacker_rate / (reference * place->terrain);
    double room = p->saturation * border->front * p->battle_depth;
    border->loss_holding += loss_rate(border->men, opposite->power, rate, p->weiss, enemy->aimed, room) / border->men;
}
