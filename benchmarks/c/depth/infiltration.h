/* Infiltration: a formation comes out of hiding behind the enemy's front, where a scenario says that it does. */
#pragma once

#include "battle/losses.h"
#include "battle/refuge.h"
#include "battle/strength.h"
#include "chance.h"
#include "command/stance.h"
#include "world.h"

static void flee(World *w, const Laws *p, int64_t day, Formation *f) {
    double km;
    int64_t goal = refuge(w, f, &km);
    lose(w, day, f, min(1.0, p->overrun * km) * f->strength, CAUSE(lost_defending));
    abandon_stock(w, day, f);
    take_refuge(w, day, f, goal);
}

static void change_hands(World *w, const Laws *p, int64_t day, int64_t n, int64_t s, int64_t cause) {
    Place *place = w->places + n;
    if (place->contested) *ledger(w, day, cause, place->holder) += place->area - min(place->area, place->gained);
    place->holder = s;
    place->gained = 0.0;
    place->works = 0.0;
    place->picture = 0.0;
    place->taken = day;
    w->conditions->moved = 1;
    PRESENT_FORMATIONS(f) {
        if (f->place == n) flee(w, p, day, f);
    }
}

static void come_out(World *w, const Laws *p, int64_t day, Formation *f, int64_t n) {
    const Place *place = w->places + n;
    if (f->status != PRESENT || place->holder == f->side) return;
    double luck = exp(p->battle_spread * normal(w->key, day, COVERT, f->id));
    double attack = p->surprise * luck * fighting_power(w, p, f);
    if (attack <= p->hold_ratio * place->power * place->terrain) {
        lose(w, day, f, p->storm_captured * f->strength, CAUSE(lost_assaulting));
        return;
    }
    LEDGER(infiltrated, place->holder) += 1.0;
    change_hands(w, p, day, n, f->side, place->men > 0.0 ? CAUSE(area_by_assault) : CAUSE(area_undefended));
    stand(f);
    f->place = n;
    f->dug_in = 0.0;
}

static void infiltrate(World *w, const Laws *p, int64_t day) {
    if (day > w->conditions->foreseen || w->conditions->ceasefire) return;
    ALL(Event, events, event) {
        if (event->day == day && event->kind == INFILTRATION) {
            muster(w, p);
            come_out(w, p, day, w->formations + (int64_t)event->value, event->target);
        }
    }
}
