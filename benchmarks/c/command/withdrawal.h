/* Withdrawal: place by place towards the rear, under fire, and behind a rear guard that leaves last. */
#pragma once

#include "battle/losses.h"
#include "battle/strength.h"
#include "command/aims.h"
#include "world.h"

static int withdraw(World *w, int64_t day, Formation *f) {
    const Place *base = here(w, f);
    int64_t back = -1;
    double way = base->retreat;
    AROUND(base, neighbour) {
        const Place *place = at(w, neighbour);
        if (place->holder == f->side && place->retreat < way) {
            back = neighbour->place;
            way = place->retreat;
        }
    }
    if (back < 0 && base->retreat < FAR) return 0;
    if (f->order != WITHDRAW || f->objective != back) {
        f->marched = 0.0;
        LEDGER(withdrawals, f->side) += 1.0;
    }
    f->order = WITHDRAW;
    f->objective = back;
    return 1;
}

static int is_free_to_leave(const World *w, const Formation *f) {
    const Place *base = here(w, f);
    return !base->contested || base->home == f->side || w->sides[f->side].may_withdraw;
}

static int is_given_up(const World *w, const Place *place, int64_t s) {
    return w->sides[s].withdraws && place->contested && place->home != s;
}

static int is_rear_guard(const World *w, const Laws *p, const Formation *f) {
    if (here(w, f)->retreat >= FAR) return 0;
    int64_t others = 0;
    double power = fighting_power(w, p, f);
    PRESENT_FORMATIONS(other) {
        if (other->place == f->place && other->id != f->id) {
            double its_power = fighting_power(w, p, other);
            others++;
            if (its_power > power || (its_power == power && other->id > f->id)) return 0;
        }
    }
    return others > 0;
}

static int is_covered(const World *w, const Formation *f) {
    PRESENT_FORMATIONS(other) {
        int stays = other->order == HOLD || other->order == ASSAULT;
        if (other->place == f->place && other->id != f->id && stays) return 1;
    }
    return 0;
}

static double gauntlet_survival(double hazard, double cover, double km) { return exp(-hazard * (1.0 - cover) * km); }

static void run_the_gauntlet(World *w, const Laws *p, int64_t day, Formation *f, double km) {
    const Side *enemy = w->sides + 1 - f->side;
    if (!may_come(w, 1 - f->side, here(w, f))) return;
    double near = exp(-here(w, f)->hostile / p->drone_reach), quiet = (double)w->conditions->ceasefire;
    double hazard = p->withdrawal_hazard * enemy->drones * enemy->intelligence * near * (1.0 - quiet);
    double cover = is_covered(w, f) ? p->rear_guard_cover : 0.0;
    lose(w, day, f, f->strength * (1.0 - gauntlet_survival(hazard, cover, km)), CAUSE(lost_withdrawing));
}
