import { useText } from '../text.tsx'
import { useSession } from '../session.ts'
import { Link, Notice, Page, Row, Stack } from '../ui/index.ts'
import { AtTheDoor } from './AtTheDoor.tsx'
import { HonestLimits } from './HonestLimits.tsx'
import { OtherPlace } from './OtherPlace.tsx'

/** The first screen where no vault is: make one, open one elsewhere, or read a brief without any. */
export function Welcome() {
  const text = useText()
  const elsewhere = useSession(({ vault }) => vault?.place != null)
  return (
    <Page title={text('welcome.title')} lead={text('welcome.lead')}>
      <Stack gap={24}>
        {elsewhere && <Notice title={text('welcome.noneThere')}>{text('welcome.noneThere.how')}</Notice>}
        <Row>
          <Link href="/create" kind="button">
            {text('welcome.create')}
          </Link>
        </Row>
        <Stack gap={8}>
          <OtherPlace label={text('welcome.elsewhere')} />
          <Row>
            <Link href="/read">{text('welcome.read')}</Link>
          </Row>
          <Row>
            <Link href="/practice">{text('practice.link')}</Link>
          </Row>
        </Stack>
        <AtTheDoor />
        <HonestLimits />
      </Stack>
    </Page>
  )
}
