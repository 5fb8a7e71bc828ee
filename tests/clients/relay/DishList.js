// As a component would have it: a list that grows by pages, over the query root.
import { graphql } from 'relay-runtime'

export const dishList = graphql`
  fragment DishList_query on Query
  @refetchable(queryName: "DishListPaginationQuery")
  @argumentDefinitions(first: { type: "Int", defaultValue: 2 }, after: { type: "String" }) {
    dishes(first: $first, after: $after) @connection(key: "DishList_dishes") {
      edges { node { id ...DishCard_dish } }
    }
  }`

export const dishListQuery = graphql`
  query DishListQuery { ...DishList_query }`
