// The part of the server's filtering and sorting that the workloads use; what is not known is refused.

/** The conditions of a filter on dishes, in SQL, and their values. */
export const conditionsOf = (where = {}) => {
  const conditions = [];
  const values = [];
  for (const [field, operations] of Object.entries(where)) {
    const [column, given] = field === 'price' ? ['"Price"', operations.amount] : ['"Name"', operations];
    for (const [operation, operand] of Object.entries(given)) {
      const [sql, value] = conditionOf(column, operation, operand);
      conditions.push(sql);
      values.push(value);
    }
  }

  return { conditions, values };
};

/** The order of dishes, in SQL. */
export const orderOf = (order = []) => order.map((part) => {
  const [[field, given]] = Object.entries(part);
  return field === 'price' ? `"Price" ${given.minorUnits}` : `"Name" ${given}`;
});

const conditionOf = (column, operation, operand) => {
  switch (operation) {
    case 'lte':
      return [`${column} <= ?`, Math.floor(Math.round(operand * 1e6) / 1e4)];
    case 'contains':
      return [`instr(${column}, ?) > 0`, operand];
    default:
      throw new Error(`'${operation}' is not known here.`);
  }
};
