-- Tariffs are edited by super-admins: named in both languages, retired instead of removed.
ALTER TABLE tariff
    ADD name_ru    text,
    ADD name_en    text,
    ADD retired_at timestamptz,
    ADD version    int NOT NULL DEFAULT 0;
UPDATE tariff
SET name_ru = CASE code WHEN 'FREE' THEN 'Бесплатный' WHEN 'PRO' THEN 'Про' WHEN 'PREMIUM' THEN 'Премиум' ELSE code END,
    name_en = CASE code WHEN 'FREE' THEN 'Free' WHEN 'PRO' THEN 'Pro' WHEN 'PREMIUM' THEN 'Premium' ELSE code END;
ALTER TABLE tariff
    ALTER name_ru SET NOT NULL,
    ALTER name_en SET NOT NULL;
-- What a club falls to when nobody pays can never cost anything, nor go away.
ALTER TABLE tariff ADD CHECK (code <> 'FREE' OR price = 0 AND retired_at IS NULL);
