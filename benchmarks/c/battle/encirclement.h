/* Encirclement: who is cut off, who breaks out, and who surrenders. */
#pragma once

#include "battle/losses.h"
#include "battle/refuge.h"
#include "command/stance.h"
#include "world.h"

static double surrender_hazard(double highest, double effect, double morale) {
    return highest * (1.0 - effect) * (1.0 - morale);
}

static double breakout_survival(double kappa, double km, double cover) { return exp(-kappa * km * (1.0 - cover)); }

static int64_t encirclement_of(const World *w, const Laws *p, const Formation *f) {
    if (here(w, f)->retreat >= FAR) return SEALED;
    return (double)f->cut >= p->cut_days ? POROUS : FREE;
}

static void crumble(World *w, const Laws *p, int64_t day, Formation *f) {
    double hazard = surrender_hazard(p->surrender, f->effect, f->morale);
    surrender(w, day, f, f->strength * (1.0 - exp(-hazard)));
}

static void break_out(World *w, const Laws *p, int64_t day, Formation *f) {
    double km;
    int64_t goal = refuge(w, f, &km);
    double survival = breakout_survival(p->breakout_hazard, km, p->breakout_cover);
    if (goal < 0 || survival < p->breakout_least) {
        crumble(w, p, day, f);
        return;
    }
    double lost = f->strength * (1.0 - survival), taken = p->breakout_captured * lost;
    fall_out(w, day, f, lost, CAUSE(lost_breaking_out));
    f->captured += taken;
    f->casualties += lost - taken;
    abandon_stock(w, day, f);
    LEDGER(broke_out, f->side) += f->strength;
    f->place = goal;
    f->dug_in = 0.0;
    f->pocket = FREE;
    stand(f);
}

static void dissolve(World *w, int64_t day, Formation *f) {
    if (f->pocket == SEALED) surrender(w, day, f, f->strength);
    else disperse(w, day, f);
    abandon_stock(w, day, f);
    f->status = DESTROYED;
}

static void encircle(World *w, const Laws *p, int64_t day, Formation *f) {
    int64_t before = f->pocket;
    f->pocket = encirclement_of(w, p, f);
    if (before == FREE && f->pocket != FREE) LEDGER(encircled, f->side) += f->strength;
    if (f->pocket == SEALED) {
        if (f->order == WITHDRAW) break_out(w, p, day, f);
        else crumble(w, p, day, f);
    }
    if (f->strength <= p->destroyed_share * f->established) dissolve(w, day, f);
}
