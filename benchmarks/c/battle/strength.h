/* Strength: what a formation can do with the men, supplies and heart it has. */
#pragma once

#include "world.h"

static double fighting_power(const World *w, const Laws *p, const Formation *f) {
    const Side *side = w->sides + f->side;
    double heart = p->morale_floor + (1.0 - p->morale_floor) * f->morale;
    double arms = 1.0 - side->reliance * (1.0 - side->materiel);
    return f->strength * f->quality * f->effect * heart * arms;
}

static void muster(World *w, const Laws *p) {
    ALL(Place, places, place) place->men = place->power = place->dug_in = 0.0;
    PRESENT_FORMATIONS(f) {
        Place *place = here(w, f);
        place->men += f->strength;
        place->power += fighting_power(w, p, f);
        place->dug_in += f->dug_in * f->strength;
    }
    ALL(Place, places, place) {
        if (place->men > 0.0) place->dug_in /= place->men;
    }
}
