import 'itr-progress/styles.css'
import { hydrateRoot } from 'react-dom/client'
import { Page } from './Page'

hydrateRoot(document, <Page handle={document.documentElement.dataset.handle} />)
