// From rows as they are stored to objects whose properties are the schema's fields.

export const globalId = (type, key) => Buffer.from(`${type}:${key}`).toString('base64');

export const keyOf = (type, id) => {
  const [name, key] = Buffer.from(id, 'base64').toString().split(':');
  return name === type ? Number(key) : -1;
};

const money = (minorUnits) => ({ amount: minorUnits / 100, currency: 'USD', minorUnits });

export const menuOf = (row) => ({ key: row.Id, id: globalId('Menu', row.Id), name: row.Name, description: row.Description });

export const windowOf = (row) => ({ day: row.Day, opens: row.Opens, closes: row.Closes });

export const categoryOf = (row) => ({ key: row.Id, id: globalId('Category', row.Id), name: row.Name, description: row.Description });

export const dishOf = (row) => ({
  key: row.Id,
  categoryKey: row.CategoryId,
  id: globalId('Dish', row.Id),
  name: row.Name,
  description: row.Description,
  price: money(row.Price),
  isAvailable: row.IsAvailable === 1,
  allergens: JSON.parse(row.Allergens),
  dietaryTags: JSON.parse(row.DietaryTags),
  preparationMinutes: row.PreparationMinutes,
});

export const orderRowOf = (row) => ({
  key: row.Id,
  id: globalId('Order', row.Id),
  number: row.Number,
  status: row.Status,
  placedAt: row.PlacedAt,
  total: money(row.Total),
});

export const placedOf = (row) => ({
  id: globalId('Order', row.Id),
  number: row.Number,
  status: row.Status,
  version: row.Version,
  total: money(row.Total),
});

export const lineOf = (row) => ({
  key: row.Id,
  dishKey: row.DishId,
  id: globalId('OrderLine', row.Id),
  quantity: row.Quantity,
  lineTotal: money(row.LineTotal),
});
