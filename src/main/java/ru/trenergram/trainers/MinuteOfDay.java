package ru.trenergram.trainers;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.LocalTime;

/** A time by the clock on the wall as minutes since midnight: no zone of a driver or a server can shift it. */
@Converter
class MinuteOfDay implements AttributeConverter<LocalTime, Integer> {

    @Override
    public Integer convertToDatabaseColumn(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }

    @Override
    public LocalTime convertToEntityAttribute(Integer minute) {
        return LocalTime.ofSecondOfDay(minute * 60L);
    }
}
