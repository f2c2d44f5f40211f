export default () => <main>next/jest looks for this folder.</main>
