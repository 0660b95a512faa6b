import type { RefObject } from 'react';
import { Header, Keyboard, Menu, MenuItem, MenuSection, Popover, Text } from 'react-aria-components';
import type { IconName } from '../Icon';
import { Icon } from '../Icon';
import './overlays.css';

export interface MenuEntry {
  id: string;
  label: string;
  icon?: IconName;
  shortcut?: string;
  danger?: boolean;
}

export interface MenuGroup {
  label?: string;
  entries: readonly MenuEntry[];
  /** The entry that is in effect, in a group of alternatives. */
  chosen?: string;
}

export interface MenuPopoverProps {
  label: string;
  triggerRef: RefObject<HTMLElement | null>;
  groups: readonly MenuGroup[];
  onAction: (id: string) => void;
  onClose: () => void;
  placement?: 'bottom start' | 'bottom end' | 'right top';
}

/** A menu next to its trigger; on touch screens a sheet at the bottom. It closes itself. */
export default function MenuPopover({ label, triggerRef, groups, onAction, onClose, placement }: MenuPopoverProps) {
  return (
    <Popover
      className="menu-popover"
      aria-label={label}
      triggerRef={triggerRef}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      placement={placement ?? 'bottom end'}
    >
      <Menu
        className="menu"
        aria-label={label}
        autoFocus="first"
        onAction={(id) => onAction(String(id))}
        onClose={onClose}
      >
        {groups.map((group, i) => (
          <Group key={group.label ?? i} group={group} />
        ))}
      </Menu>
    </Popover>
  );
}

/** Without a label it has no name: that of the menu would be read twice. */
function Group({ group }: { group: MenuGroup }) {
  return (
    <MenuSection
      className="menu__group"
      {...(group.chosen !== undefined && {
        selectionMode: 'single' as const,
        selectedKeys: [group.chosen],
        disallowEmptySelection: true,
      })}
    >
      {group.label !== undefined && <Header className="menu__header">{group.label}</Header>}
      {group.entries.map(({ id, label: text, icon, shortcut, danger }) => (
        <MenuItem key={id} id={id} textValue={text} className={`menu__item ${danger ? 'menu__item--danger' : ''}`}>
          {({ isSelected }) => (
            <>
              {icon && <Icon name={isSelected ? 'tick' : icon} size={18} />}
              {!icon && group.chosen !== undefined && (
                <span className="menu__tick">{isSelected && <Icon name="tick" size={18} />}</span>
              )}
              <Text slot="label">{text}</Text>
              {shortcut && <Keyboard className="menu__shortcut">{shortcut}</Keyboard>}
            </>
          )}
        </MenuItem>
      ))}
    </MenuSection>
  );
}
