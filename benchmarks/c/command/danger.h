/* Danger: what makes a commander give ground - threatened flanks and supply far more than casualties (McQuie 1987). */
#pragma once

#include "battle/reach.h"
#include "depth/fire_control.h"
#include "world.h"

static double danger(World *w, const Laws *p, const Formation *f) {
    const Place *base = here(w, f);
    find_reach(w, p, f->place);
    int is_sealed = base->retreat >= FAR;
    double flank = is_sealed ? 1.0 : base->enveloped;
    double road = is_sealed || f->cut > 0 ? 1.0 : 1.0 - survival(f->risk, 1.0);
    double losses = f->loss / p->loss_tolerance;
    return p->danger_flank * flank + p->danger_road * road + p->danger_losses * losses;
}
