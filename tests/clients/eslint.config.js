// The recommended rules for a schema, and Relay's.
import graphql from '@graphql-eslint/eslint-plugin'
import { schemaFile } from './schema.js'

const { configs } = graphql

export default [{
  files: ['**/schema.graphql'],
  plugins: { '@graphql-eslint': graphql },
  languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: { schema: schemaFile } } },
  rules: {
    ...configs['flat/schema-recommended'].rules,
    ...configs['flat/schema-relay'].rules,
    // Entities have ids. Values, answers and events have none.
    '@graphql-eslint/strict-id-in-types': ['error', {
      exceptions: {
        suffixes: ['Payload', 'Error', 'Connection', 'Edge', 'Changed', 'Report'],
        types: [
          'AccessToken', 'AllDayCount', 'AvailableAction', 'BillPart', 'DishAvailability', 'MethodTakings', 'MinutesTaken', 'ModifierRecipeItem', 'Money', 'PageInfo',
          'PriceWindow', 'Quote', 'QuoteLine', 'QuoteModifier', 'Receipt', 'ReceiptPayment', 'RecipeItem', 'ReservationReceipt', 'Restaurant',
          'SalesRow', 'SalesTotals', 'ServingWindow', 'StationTimes', 'TaxShare', 'Translation', 'VoidedDish', 'WastedDish', 'WastedIngredient',
        ],
      },
    }],
    // Short lists need no pages, and what has pages need not be an entity: the history of an order is events.
    '@graphql-eslint/relay-edge-types': ['error', { listTypeCanWrapOnlyEdgeType: false, shouldImplementNode: false, withEdgeSuffix: true }],
  },
}]
