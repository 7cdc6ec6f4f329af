/* Cohesion: the morale of formations, their rout, and the will of a side. */
#pragma once

#include "chance.h"
#include "command/withdrawal.h"
#include "world.h"

static double rout_chance(const Laws *p, double morale) {
    return 1.0 / (1.0 + exp((morale - p->rout_morale) / p->rout_spread));
}

static void rout(World *w, const Laws *p, int64_t day, Formation *f) {
    double chance = f->pressed * rout_chance(p, f->morale);
    if (uniform(w->key, day, ROUT, f->id) < chance && withdraw(w, day, f)) {
        f->wait = f->wait > 1 ? f->wait : 1;
        LEDGER(routs, f->side) += 1.0;
    }
}

static void update_morale(World *w, const Laws *p, int64_t day, Formation *f) {
    int64_t s = f->side;
    double men = f->strength, losses = p->morale_loss * f->loss, shortage = p->morale_shortage * (1.0 - f->effect);
    double pocket = f->pocket != FREE ? p->morale_pocket : 0.0;
    double resting = f->attacking <= 0.0 && f->pocket == FREE ? 1.0 - f->pressed : 0.0;
    double rest = p->morale_rest * resting * (1.0 - f->morale) * w->sides[s].will;
    f->morale = min(1.0, max(0.0, f->morale - losses - shortage - pocket + rest));
    LEDGER(morale_lost_to_losses, s) += men * losses;
    LEDGER(morale_lost_to_shortage, s) += men * shortage;
    LEDGER(morale_lost_in_pockets, s) += men * pocket;
    LEDGER(morale_restored, s) += men * rest;
    if (f->pressed > 0.0) rout(w, p, day, f);
}

static double symbols_lost(const World *w, int64_t day, int64_t s) {
    double lost = 0.0;
    ALL(Place, places, place) {
        if (place->taken == day) lost += place->holder == s ? -place->symbol : place->symbol;
    }
    return lost;
}

static void weigh_will(World *w, const Laws *p, int64_t day) {
    for (int64_t s = 0; s < 2; s++) {
        Side *side = w->sides + s;
        double men = 0.0;
        PRESENT_FORMATIONS(f) {
            if (f->side == s) men += f->strength;
        }
        double losses = side->lost > 0.0 ? p->will_loss * side->lost / (men + side->lost) : 0.0;
        double symbols = p->will_symbol * symbols_lost(w, day, s), setbacks = -p->will_ground * side->momentum;
        double want = p->will_money * side->dependence * (1.0 - side->money);
        side->will = min(1.0, max(0.0, side->will - losses - symbols - setbacks - want));
        side->lost = 0.0;
        LEDGER(will_lost_to_losses, s) += losses;
        LEDGER(will_lost_to_symbols, s) += symbols;
        LEDGER(will_lost_to_setbacks, s) += setbacks;
        LEDGER(will_lost_to_want, s) += want;
    }
}
