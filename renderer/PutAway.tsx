import { useLocation } from 'wouter'
import { useAsking } from './asking.ts'
import { Button } from './ui/index.ts'

/** Puts the file that came away, under a name the screen gives it; nothing was changed. */
export function PutAway({ name }: { readonly name: string }) {
  const [, navigate] = useLocation()
  const { ask } = useAsking()
  const away = async () => {
    await ask('exchange.putAway', {})
    navigate('/take-in')
  }
  return <Button onPress={() => void away()}>{name}</Button>
}
