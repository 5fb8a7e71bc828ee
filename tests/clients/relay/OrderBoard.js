// A board of orders to which a mutation adds, and which a subscription keeps up to date.
import { graphql } from 'relay-runtime'

export const orderBoardQuery = graphql`
  query OrderBoardQuery {
    orders(first: 10, order: [{ placedAt: DESC }]) @connection(key: "OrderBoard_orders") {
      edges { node { id number status } }
    }
  }`

export const placeOrder = graphql`
  mutation OrderBoardPlaceOrderMutation($input: PlaceOrderInput!, $connections: [ID!]!) {
    placeOrder(input: $input) {
      order @prependNode(connections: $connections, edgeTypeName: "OrdersEdge") { id number status }
      errors { ... on Error { code message path } }
    }
  }`

export const orderChanged = graphql`
  subscription OrderBoardSubscription($orderId: ID!, $after: String) {
    onOrderChanged(orderId: $orderId, after: $after) { cursor order { id status } }
  }`
