/* Attrition: what two forces in contact cost each other (Helmbold 1965, Weiss 1966, Kress and Szechtman 2009). */
#pragma once

#include "depth/intelligence.h"
#include "world.h"

typedef struct {
    double x, y;
} Forces;

static double first_to_land(double enemy, double rate, double weiss) { return weiss >= 1.0 ? rate * enemy : 0.0; }

static double loss_rate(double men, double enemy, double rate, double weiss, double aimed, double room) {
    if (men < 0.0 || enemy <= 0.0) return 0.0;
    double density = room > 0.0 ? min(1.0, men / room) : 1.0;
    double exchange = men > 0.0 ? rate * men * pow(enemy / men, weiss) : first_to_land(enemy, rate, weiss);
    return exchange * fire_effect(aimed, density);
}

/* Both forces after a day of mutual fire, by one classical Runge-Kutta step; neither falls below zero. */
static Forces duel(
    double x, double y, double a, double b, double weiss, double aimed_at_x, double aimed_at_y, double room_x,
    double room_y, double arriving_x, double arriving_y
) {
    double p1 = arriving_x - loss_rate(x, y, a, weiss, aimed_at_x, room_x);
    double q1 = arriving_y - loss_rate(y, x, b, weiss, aimed_at_y, room_y);
    double x2 = x + 0.5 * p1, y2 = y + 0.5 * q1;
    double p2 = arriving_x - loss_rate(x2, y2, a, weiss, aimed_at_x, room_x);
    double q2 = arriving_y - loss_rate(y2, x2, b, weiss, aimed_at_y, room_y);
    double x3 = x + 0.5 * p2, y3 = y + 0.5 * q2;
    double p3 = arriving_x - loss_rate(x3, y3, a, weiss, aimed_at_x, room_x);
    double q3 = arriving_y - loss_rate(y3, x3, b, weiss, aimed_at_y, room_y);
    double x4 = x + p3, y4 = y + q3;
    double p4 = arriving_x - loss_rate(x4, y4, a, weiss, aimed_at_x, room_x);
    double q4 = arriving_y - loss_rate(y4, x4, b, weiss, aimed_at_y, room_y);
    return (Forces){
        max(0.0, x + (p1 + 2.0 * p2 + 2.0 * p3 + p4) / 6.0),
        max(0.0, y + (q1 + 2.0 * q2 + 2.0 * q3 + q4) / 6.0),
    };
}
