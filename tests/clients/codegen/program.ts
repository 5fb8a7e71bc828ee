// Compiles only if the generated types say what the schema says.
import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { graphql } from '../generated/codegen/index.js'
import type { DishFilterInput } from '../generated/codegen/graphql.js'

declare function execute<TResult, TVariables>(document: TypedDocumentNode<TResult, TVariables>, variables: TVariables): Promise<TResult>

const Dishes = graphql(/* GraphQL */ `
  query Dishes($first: Int, $where: DishFilterInput) {
    dishes(first: $first, where: $where) {
      nodes { id name allergens price { amount currency minorUnits } category { name } }
      pageInfo { hasNextPage endCursor }
    }
  }`)

const PlaceOrder = graphql(/* GraphQL */ `
  mutation PlaceOrder($input: PlaceOrderInput!) {
    placeOrder(input: $input) {
      order { id number status placedAt }
      errors {
        __typename
        ... on Error { code message path }
        ... on InvalidQuantityError { min max }
      }
    }
  }`)

const OrderChanged = graphql(/* GraphQL */ `
  subscription OrderChanged($orderId: ID!, $after: String) {
    onOrderChanged(orderId: $orderId, after: $after) { cursor previousStatus status order { id version } }
  }`)

const Anything = graphql(/* GraphQL */ `
  query Anything($id: ID!) {
    node(id: $id) { __typename id ... on Dish { isAvailable } ... on Order { status } }
  }`)

export async function program(): Promise<string> {
  const where: DishFilterInput = { and: [{ name: { contains: 'soup' } }, { allergens: { none: { in: ['NUTS', 'PEANUTS'] } } }] }
  const { dishes } = await execute(Dishes, { first: 2, where })
  const [dish] = dishes?.nodes ?? []
  if (!dish) return 'no dish'
  const amount: number = dish.price.amount
  const category: string | undefined = dish.category?.name
  // @ts-expect-error A part of the menu may be missing.
  dish.category.name

  const { placeOrder } = await execute(PlaceOrder, {
    input: { idempotencyKey: crypto.randomUUID(), type: 'TAKEAWAY', lines: [{ dishId: dish.id, quantity: 1 }] },
  })
  // @ts-expect-error An order needs an idempotency key.
  await execute(PlaceOrder, { input: { type: 'TAKEAWAY', lines: [] } })
  // @ts-expect-error There is no such type of order.
  await execute(PlaceOrder, { input: { idempotencyKey: '', type: 'BY_PIGEON', lines: [] } })

  for (const error of placeOrder.errors ?? []) {
    if (error.__typename === 'InvalidQuantityError') return `${error.message} ${error.min}-${error.max}`
  }

  const placedAt: string | undefined = placeOrder.order?.placedAt
  const { onOrderChanged } = await execute(OrderChanged, { orderId: placeOrder.order?.id ?? '' })
  const { node } = await execute(Anything, { id: dish.id })
  const isAvailable: boolean | null = node?.__typename === 'Dish' ? node.isAvailable : null
  return [amount, category, placedAt, onOrderChanged.status, isAvailable].join(' ')
}
