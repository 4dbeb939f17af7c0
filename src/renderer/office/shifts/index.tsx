import { Route, Switch } from 'wouter';
import { ShiftList } from './ShiftList';
import { ShiftPage } from './ShiftPage';

/** Everything below `/shifts`: the Z archive. */
export default function Shifts() {
  return (
    <Switch>
      <Route path="/shifts">
        <ShiftList />
      </Route>
      <Route path="/shifts/:id">{({ id }) => <ShiftPage key={id} id={id} />}</Route>
    </Switch>
  );
}
