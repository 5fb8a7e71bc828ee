// An entity that is fetched again by its global id, over Node.
import { graphql } from 'relay-runtime'

export const dishCard = graphql`
  fragment DishCard_dish on Dish @refetchable(queryName: "DishCardRefetchQuery") {
    id
    name
    isAvailable
    price { amount currency }
  }`

export const markUnavailable = graphql`
  mutation DishCardMarkUnavailableMutation($input: MarkDishUnavailableInput!) {
    markDishUnavailable(input: $input) {
      dish { ...DishCard_dish }
      errors { ... on Error { message } }
    }
  }`
