/* Civilians: harm from fire that misses, flight from the front, and return. */
#pragma once

#include "world.h"

static double missed_fire_harm(double fire, double aimed, double density, double people, double harm) {
    return harm * fire * (1.0 - aimed) * (1.0 - density) * people;
}

static double exposure(const Laws *p, double fire, double area) {
    return p->flight_fire <= 0.0 ? 1.0 : 1.0 - exp(-fire / (area * p->flight_fire));
}

static void gather_fire(World *w, const Laws *p) {
    ALL(Place, places, place) {
        place->fire = 0.0;
        if (place->fronts == 0 || w->conditions->ceasefire) continue;
        const Side *enemy = w->sides + 1 - place->holder;
        place->fire = place->attack * (1.0 + enemy->artillery + enemy->bombing);
        HOSTILE_BORDERS(place, border) place->fire += p->quiet * at(w, border)->power / (double)at(w, border)->fronts;
    }
}

static double fire_felt(const World *w, const Laws *p, const Place *place) {
    double felt = place->fire;
    AROUND(place, neighbour) {
        const Place *beside = at(w, neighbour);
        if (beside->holder == place->holder && beside->fire > felt) {
            felt = max(felt, beside->fire * exp(-neighbour->km / p->flight_reach));
        }
    }
    return felt;
}

static void suffer(World *w, const Laws *p) {
    gather_fire(w, p);
    ALL(Place, places, place) {
        if (place->hostile <= p->flight_distance && !w->conditions->ceasefire) {
            double density = min(1.0, place->men / (p->saturation * place->area)), people = place->civilians / place->area;
            double aimed = w->sides[1 - place->holder].aimed;
            double harmed = missed_fire_harm(place->fire, aimed, density, people, p->civilian_harm);
            harmed = min(place->civilians, harmed);
            place->harmed += harmed;
            place->civilians -= harmed;
            place->civilians -= p->flight * exposure(p, fire_felt(w, p, place), place->area) * place->civilians;
        } else if (place->holder == place->home) {
            place->civilians += p->homecoming * max(0.0, place->population - place->harmed - place->civilians);
        }
    }
}
