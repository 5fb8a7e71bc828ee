-- The dishes that can be ordered as they are: on the menu, in one size, without a choice that has to be made, and of nothing that is counted.
SELECT d."Id" FROM "Dishes" AS d
WHERE d."CategoryId" IS NOT NULL AND d."IsAvailable"
  AND NOT EXISTS (SELECT 1 FROM "DishSizes" AS s WHERE s."DishId" = d."Id")
  AND NOT EXISTS (SELECT 1 FROM "RecipeItems" AS r WHERE r."DishId" = d."Id")
  AND NOT EXISTS (
    SELECT 1 FROM "DishModifierGroup" AS m INNER JOIN "ModifierGroups" AS g ON g."Id" = m."ModifierGroupsId"
    WHERE m."DishId" = d."Id" AND g."MinSelections" > 0)
ORDER BY d."Id";
